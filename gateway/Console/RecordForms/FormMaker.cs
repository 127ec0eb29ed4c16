using CollectiveImpact.Console.Calls;
using Grpc.Core;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>Makes a form for one request.</summary>
internal delegate WritingForm FormMaker(Asked asked, NestCalls calls, CallInvoker invoker);
