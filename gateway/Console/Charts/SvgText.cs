using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace CollectiveImpact.Console.Charts;

/// <summary>A piece of text in a drawing. In markup <c>text</c> is Razor's own word and would not be an element.</summary>
public sealed class SvgText : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Class { get; set; }

    [Parameter, EditorRequired]
    public required double X { get; set; }

    [Parameter, EditorRequired]
    public required double Y { get; set; }

    /// <summary>Nothing is drawn where it is empty.</summary>
    [Parameter, EditorRequired]
    public required string Content { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (Content.Length == 0)
            return;
        builder.OpenElement(0, "text");
        builder.AddAttribute(1, "class", Class);
        builder.AddAttribute(2, "x", Svg.Number(X));
        builder.AddAttribute(3, "y", Svg.Number(Y));
        builder.AddContent(4, Content);
        builder.CloseElement();
    }
}
