using System.Text;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Holders;

/// <summary>As the functions stand in addresses: <c>establish-shared-measurement</c>.</summary>
internal static class FunctionPath
{
    private static readonly Dictionary<string, Function> Known =
        Enum.GetValues<Function>().Where(function => function != Function.Unspecified).ToDictionary(Of);

    public static string Of(Function function)
    {
        var path = new StringBuilder();
        foreach (var letter in function.ToString())
            path.Append(char.IsUpper(letter) && path.Length > 0 ? "-" : "").Append(char.ToLowerInvariant(letter));
        return path.ToString();
    }

    public static Function? Parse(string path) => Known.TryGetValue(path, out var function) ? function : null;
}
