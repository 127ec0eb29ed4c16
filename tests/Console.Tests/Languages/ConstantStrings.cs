using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace CollectiveImpact.Console.Tests.Languages;

/// <summary>The constant strings in compiled code.</summary>
internal static class ConstantStrings
{
    private const byte TwoBytes = 0xFE;

    private static readonly FrozenDictionary<short, OpCode> Codes =
        typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToFrozenDictionary(code => code.Value);

    public static IEnumerable<string> In(Type type) =>
        type.GetNestedTypes(BindingFlags.NonPublic | BindingFlags.Public).Append(type)
            .SelectMany(each => each.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .SelectMany(In);

    private static IEnumerable<string> In(MethodInfo method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var isLong = code[at] == TwoBytes;
            var operation = Codes[isLong ? (short)((TwoBytes << 8) | code[at + 1]) : code[at]];
            at += isLong ? 2 : 1;
            if (operation == OpCodes.Ldstr) yield return method.Module.ResolveString(BitConverter.ToInt32(code, at));
            at += Operand(operation.OperandType, code, at);
        }
    }

    /// <summary>The length of what an operation is about, as ECMA-335 has it (III.1.2).</summary>
    private static int Operand(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };
}
