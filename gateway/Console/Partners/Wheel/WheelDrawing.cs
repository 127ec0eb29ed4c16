using CollectiveImpact.Console.Charts;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Partners.Wheel;

/// <summary>A field of the wheel: one sector in one ring.</summary>
/// <param name="Path">Its outline.</param>
internal sealed record WheelField(Sector Sector, Ring Ring, string Path);

/// <summary>A partner as it is drawn: one that stands there, or one that is sought there and is not there yet.</summary>
internal sealed record WheelDot(double X, double Y, bool IsThere);

/// <summary>Rings by sectors, the core in the middle. A field with more partners than have room shows how many they are.</summary>
internal sealed class WheelDrawing
{
    public const double Size = 400;
    public const double DotRadius = 5;

    private const double Middle = Size / 2;
    private const double Hole = 12;
    private const double LabelRadius = 188;
    private const double Spacing = 14;

    private static readonly double[] Radii = [54, 98, 138, 174];

    public static IReadOnlyList<Sector> Sectors { get; } = [.. Enum.GetValues<Sector>().Where(sector => sector != Sector.Unspecified)];

    public static IReadOnlyList<Ring> Rings { get; } = [.. Enum.GetValues<Ring>().Where(ring => ring != Ring.Unspecified)];

    public WheelDrawing(Engagement engagement)
    {
        var (dots, numbers) = (new List<WheelDot>(), new List<(double X, double Y, string Text)>());
        for (var sector = 0; sector < Sectors.Count; sector++)
        {
            var counted = engagement.Sectors.FirstOrDefault(each => each.Sector == Sectors[sector]);
            for (var ring = 0; ring < Rings.Count; ring++)
            {
                var count = counted?.Rings.FirstOrDefault(each => each.Ring == Rings[ring]);
                var (there, sought) = (count?.Current ?? 0, Math.Max(0, (count?.Desired ?? 0) - (count?.Current ?? 0)));
                var places = Places(sector, ring).Take(there + sought).ToList();
                if (places.Count == there + sought)
                    dots.AddRange(places.Select((place, i) => new WheelDot(place.X, place.Y, i < there)));
                else
                    numbers.Add((At(Angle(sector + 0.5), (Inner(ring) + Radii[ring]) / 2), $"{there}").Flat());
            }
        }

        (Dots, Numbers) = (dots, numbers);
    }

    /// <summary>The fields, from the outermost ring inwards.</summary>
    public IReadOnlyList<WheelField> Fields { get; } =
    [
        .. from ring in Enumerable.Range(0, Rings.Count).Reverse()
           from sector in Enumerable.Range(0, Sectors.Count)
           select new WheelField(Sectors[sector], Rings[ring], Outline(sector, ring)),
    ];

    public IReadOnlyList<WheelDot> Dots { get; }

    /// <summary>How many stand where there is no room for a dot each.</summary>
    public IReadOnlyList<(double X, double Y, string Text)> Numbers { get; }

    /// <summary>The sectors' numbers around the wheel.</summary>
    public IReadOnlyList<(double X, double Y, string Text)> Labels { get; } =
        [.. Enumerable.Range(0, Sectors.Count).Select(sector => (At(Angle(sector + 0.5), LabelRadius), $"{sector + 1}").Flat())];

    private static double Inner(int ring) => ring == 0 ? Hole : Radii[ring - 1];

    private static double Angle(double sector) => (sector * 2 * Math.PI / Sectors.Count) - (Math.PI / 2);

    private static (double X, double Y) At(double angle, double radius) => (Middle + (radius * Math.Cos(angle)), Middle + (radius * Math.Sin(angle)));

    private static string Outline(int sector, int ring)
    {
        var (from, to) = (Angle(sector), Angle(sector + 1));
        var (inner, outer) = (Inner(ring), Radii[ring]);
        return $"M{Written(At(from, inner))}L{Written(At(from, outer))}A{Svg.Number(outer)} {Svg.Number(outer)} 0 0 1 {Written(At(to, outer))}"
            + $"L{Written(At(to, inner))}A{Svg.Number(inner)} {Svg.Number(inner)} 0 0 0 {Written(At(from, inner))}z";
    }

    private static string Written((double X, double Y) point) => $"{Svg.Number(point.X)} {Svg.Number(point.Y)}";

    /// <summary>Where dots have room in a field, row by row from its outer edge, each row about its middle.</summary>
    private static IEnumerable<(double X, double Y)> Places(int sector, int ring)
    {
        for (var radius = Radii[ring] - (Spacing * 0.7); radius - (Spacing * 0.5) > Inner(ring); radius -= Spacing)
        {
            var room = (int)(radius * 2 * Math.PI / Sectors.Count / Spacing);
            for (var place = 0; place < room; place++)
                yield return At(Angle(sector + 0.5) + ((place - ((room - 1) / 2.0)) * Spacing / radius), radius);
        }
    }
}

/// <summary>A point with its text.</summary>
internal static class WheelText
{
    public static (double X, double Y, string Text) Flat(this ((double X, double Y) At, string Text) text) => (text.At.X, text.At.Y, text.Text);
}
