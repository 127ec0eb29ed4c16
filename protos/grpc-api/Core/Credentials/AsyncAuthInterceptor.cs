namespace Grpc.Core;

/// <summary>Adds to a call's headers what proves who calls.</summary>
/// <param name="context">Which call.</param>
/// <param name="metadata">Where to add.</param>
public delegate Task AsyncAuthInterceptor(AuthInterceptorContext context, Metadata metadata);
