using System.Globalization;
using System.Numerics;
using System.Text;
using CollectiveImpact.NestFolder.Requests;
using CollectiveImpact.NestFolder.Words;
using FsCheck;
using FsCheck.Fluent;

namespace CollectiveImpact.NestFolder.Tests;

/// <summary>Rules that hold for every input.</summary>
public sealed class PropertyTests
{
    private static readonly Gen<string> Figures =
        from negative in Gen.Elements("", "-")
        from whole in Digits(1, 18)
        from point in Gen.Elements(true, false)
        from fraction in Digits(1, 9)
        select point ? $"{negative}{whole}.{fraction}" : negative + whole;

    [Fact]
    public void A_figure_is_read_exactly_and_written_in_a_form_that_reads_the_same() => Check(Figures, text =>
    {
        Assert.True(Figure.TryParse(text, out var figure));
        Assert.Equal(Exact(text), (BigInteger)figure.Billionths);
        Assert.True(Figure.TryParse(figure.ToString(), out var again));
        Assert.Equal(figure, again);
        Assert.InRange(figure.ToString().Length, 1, text.Length);
    });

    [Fact]
    public void A_sum_of_figures_is_exact() => Check(Figures.ListOf(), texts =>
    {
        var sum = texts.Aggregate(Figure.Zero, (sum, text) => Figure.TryParse(text, out var figure) ? sum + figure : sum);
        Assert.Equal(texts.Aggregate(BigInteger.Zero, (sum, text) => sum + Exact(text)), (BigInteger)sum.Billionths);
        Assert.True(Figure.TryParseSum(sum.ToString(), out var again));
        Assert.Equal(sum, again);
    });

    [Fact]
    public void A_rate_is_rounded_half_to_even() => Check(
        from numerator in Gen.Choose(-1_000_000, 1_000_000)
        from denominator in Gen.Choose(1, 10_000)
        select (numerator, denominator), pair =>
        {
            Figure.TryParse(pair.numerator.ToString(CultureInfo.InvariantCulture), out var numerator);
            Figure.TryParse(pair.denominator.ToString(CultureInfo.InvariantCulture), out var denominator);
            var rate = decimal.Round(100m * pair.numerator / pair.denominator, 1, MidpointRounding.ToEven) + 0.0m;
            Assert.Equal(rate == 0 ? "0.0" : rate.ToString("0.0", CultureInfo.InvariantCulture), numerator.Over(denominator, factor: 100, digits: 1));
        });

    [Fact]
    public void A_text_of_anything_is_a_figure_or_is_refused() => Check(
        Gen.Elements("0123456789.-+e, ".ToCharArray()).ArrayOf(), characters => Figure.TryParse(characters, out _));

    [Fact]
    public void A_folder_reads_back_as_it_was_written_whatever_the_order_of_rows_and_columns() => Check(Nests, nest =>
    {
        using var disk = new FolderOnDisk();
        nest.Write(disk);
        var read = disk.Read();

        var sum = nest.Observations.Aggregate(BigInteger.Zero, (sum, observation) => sum + Exact(observation.Value));
        Assert.Equal(nest.Locals.Count, read.Initiatives.Rows.Count(row => row.Parents.Count > 0 && row.Id.StartsWith("local", StringComparison.Ordinal)));
        Assert.Equal(nest.Observations.Count, read.ObservationCount);
        Assert.Equal(
            nest.Observations.Select(observation => (observation.Initiative, observation.Cell, (BigInteger?)Exact(observation.Value))).Order(),
            read.Reports.SelectMany(report => report.Reported.Select(row => (report.Initiative, row.Cell, (BigInteger?)row.Value?.Billionths))).Order());
        var top = Assert.Single(Expectations.Of(read));
        Assert.Equal(sum, (BigInteger)top.Value.Billionths);
        Assert.Equal(nest.Observations.Select(observation => observation.Initiative).Distinct().Count(), top.Contributions);
    });

    [Fact]
    public void A_file_of_anything_is_read_or_has_a_fault() => Check(
        from file in Gen.Elements(Folder.FileNames.ToArray())
        from place in Gen.Choose(0, 400)
        from garbage in Gen.Choose(0, 255).Select(number => (byte)number).ArrayOf()
        select (file, place, garbage), damage =>
        {
            using var disk = new FolderOnDisk();
            var path = Path.Combine(disk.Path, damage.file);
            var bytes = File.Exists(path) ? File.ReadAllBytes(path) : [];
            var place = Math.Min(damage.place, bytes.Length);
            disk.Write(damage.file, [.. bytes[..place], .. damage.garbage, .. bytes[place..]]);
            var reading = Folder.Read(disk.Path);
            Assert.Equal(reading.Folder is null, reading.Faults.Count > 0);
            Assert.All(reading.Faults, fault => Assert.DoesNotContain(fault.ToString(), char.IsControl));
        });

    private static Gen<WrittenNest> Nests =>
        from provinces in Gen.Choose(1, 4)
        from locals in Gen.Choose(0, provinces - 1).ListOf()
        from values in Figures.ArrayOf(locals.Count * 2)
        from cells in Gen.Elements(true, false).ArrayOf(locals.Count)
        from names in Gen.Elements("Hamilton", "Trois-Rivières", "a \"b\", c", "多倫多", "- = +").ArrayOf(locals.Count)
        from seed in Gen.Choose(0, int.MaxValue)
        select new WrittenNest(
            provinces,
            [.. locals.Select((province, i) => ($"local{i}", $"province{province}", names[i]))],
            [.. locals.SelectMany((_, i) => cells[i]
                ? new[] { ($"local{i}", "sex=f", values[2 * i]), ($"local{i}", "sex=m", values[(2 * i) + 1]) }
                : [($"local{i}", "", values[2 * i])])],
            seed);

    private static Gen<string> Digits(int least, int most) =>
        from count in Gen.Choose(least, most)
        from digits in Gen.Elements("0123456789".ToCharArray()).ArrayOf(count)
        select new string(digits);

    private static BigInteger Exact(string text)
    {
        var parts = text.TrimStart('-').Split('.');
        var number = BigInteger.Parse(parts[0] + (parts.Length > 1 ? parts[1] : "").PadRight(9, '0'), CultureInfo.InvariantCulture);
        return text.StartsWith('-') ? -number : number;
    }

    private static void Check<T>(Gen<T> inputs, Action<T> body) =>
        Prop.ForAll(inputs.ToArbitrary(), body).QuickCheckThrowOnFailure();

    private sealed record WrittenNest(
        int Provinces, List<(string Id, string Parent, string Name)> Locals, List<(string Initiative, string Cell, string Value)> Observations, int Seed)
    {
        public void Write(FolderOnDisk disk)
        {
            var random = new Random(Seed);
            Write("initiatives.csv", ["id", "level", "name_en", "parents"],
            [
                ["top", "national", "Top", ""],
                .. Enumerable.Range(0, Provinces).Select(i => new[] { $"province{i}", "provincial", "Province", "top" }),
                .. Locals.Select(local => new[] { local.Id, "local", local.Name, local.Parent }),
            ]);
            Write("indicators.csv", ["id", "name_en", "unit", "kind", "direction"], [["need", "Need", "households", "count", "down"]]);
            Write("observations.csv", ["initiative", "indicator", "period", "cell", "value"],
                [.. Observations.Select(observation => new[] { observation.Initiative, "need", "2021", observation.Cell, observation.Value })]);
            Write("published.csv", ["initiative", "indicator", "period", "value"], [["top", "need", "2021", "0"]]);

            void Write(string file, string[] header, string[][] rows)
            {
                var order = Enumerable.Range(0, header.Length).ToArray();
                random.Shuffle(order);
                random.Shuffle(rows);
                var text = new StringBuilder();
                foreach (var row in rows.Prepend(header))
                    text.AppendJoin(',', order.Select(column => Quoted(row[column]))).Append(random.Next(2) == 0 ? "\n" : "\r\n");
                disk.Write(file, Encoding.UTF8.GetBytes(text.ToString()));
            }
        }

        private static string Quoted(string value) => value.AsSpan().ContainsAny(",\"") ? $"\"{value.Replace("\"", "\"\"")}\"" : value;
    }
}
