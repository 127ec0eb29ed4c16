using System.Globalization;
using System.Text.RegularExpressions;
using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;

namespace CollectiveImpact.Gateway.People;

/// <summary>What a call changes: the ids by which its request names it, and nothing that anybody wrote.</summary>
internal static partial class ChangeSubject
{
    private const int MostNamed = 3, Longest = 200;

    /// <summary><c>ca/child-poverty, 2021</c>; empty where the request names nothing beside its initiative.</summary>
    public static string Of(ContractMethod method, IMessage request)
    {
        var initiative = method.ReadKey(request).Initiative;
        var named = request.Descriptor.Fields.InDeclarationOrder()
            .Where(field => !field.IsRepeated && field.Name != "revision")
            .Select(field => Id(field, field.Accessor.GetValue(request)))
            .Where(id => id.Length > 0 && id != initiative)
            .Take(MostNamed);
        return string.Join(", ", named) is { Length: <= Longest } subject ? subject : "";
    }

    private static string Id(FieldDescriptor field, object? value) => value switch
    {
        string text when Named().IsMatch(text) => text,
        int number and > 0 when field.Name == "version" => number.ToString(CultureInfo.InvariantCulture),
        Function function and not Function.Unspecified => function.ToString(),
        // A record has its id under the name that the request has for the record: an activity's is `activity`.
        IMessage record when record.Descriptor.FindFieldByName(field.Name) is { FieldType: FieldType.String, IsRepeated: false } own
            && own.Accessor.GetValue(record) is string id && Named().IsMatch(id) => id,
        _ => "",
    };

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$")]
    private static partial Regex Named();
}
