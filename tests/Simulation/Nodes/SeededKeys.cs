using System.Security.Cryptography;
using System.Text;
using CollectiveImpact.Exchange.Keys;

namespace CollectiveImpact.Simulation.Nodes;

/// <summary>Keys that are the same in every run of a seed.</summary>
internal static class SeededKeys
{
    public static NodeKey Of(long seed, string node) => new(new SigningKey(
        ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            // The public half follows from it. That a hash is no number of the curve's order does not happen.
            D = SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}/{node}")),
        }),
        []));
}
