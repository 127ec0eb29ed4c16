using System.Reflection;
using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using Microsoft.Extensions.DependencyInjection;

namespace CollectiveImpact.GrpcApi.Tests.Completeness;

/// <summary>Who declares and who consumes.</summary>
internal static class Assemblies
{
    public static readonly Assembly Core = typeof(CallInvoker).Assembly;
    public static readonly Assembly NetCommon = typeof(ICompressionProvider).Assembly;
    public static readonly Assembly Client = typeof(GrpcChannel).Assembly;
    public static readonly Assembly Server = typeof(GrpcServicesExtensions).Assembly;

}
