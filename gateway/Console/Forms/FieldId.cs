namespace CollectiveImpact.Console.Forms;

/// <summary>What a field is called within its page, so that its label and what is wrong with it find it.</summary>
internal static class FieldId
{
    public static string Of(string name, int row) => name.Replace('.', '-').Replace('/', '-') + (row == 0 ? "" : $"-{row + 1}");
}
