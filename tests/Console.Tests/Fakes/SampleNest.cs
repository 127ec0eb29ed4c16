using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;
using Kind = CollectiveImpact.V1.Indicator.Types.Kind;
using State = CollectiveImpact.V1.FunctionState.Types.State;

namespace CollectiveImpact.Console.Tests.Fakes;

/// <summary>A nest small enough to be read in a test: a nation, two provinces, two locals, four indicators.</summary>
internal static class SampleNest
{
    public const string Households = "ca/households";
    public const string Poverty = "ca/child-poverty";

    public static FakeNest Make()
    {
        var nest = new FakeNest();
        nest.Add("ca", Level.National, Both("Canada", "Canada"));
        nest.Add("ca.on", Level.Provincial, Both("Ontario", "Ontario"), Under("ca"));
        nest.Add("ca.qc", Level.Provincial, Both("Quebec", "Québec"), Under("ca"));
        nest.Add("ca.on.hamilton", Level.Local, new Text { En = "Hamilton & area" }, Under("ca.on"));
        nest.Add(
            "ca.ottawa-gatineau",
            Level.Local,
            Both("Ottawa-Gatineau", "Ottawa-Gatineau"),
            new Alignment { Parent = "ca.on", Part = Both("Ottawa", "Ottawa, rive ontarienne") },
            new Alignment { Parent = "ca.qc", Part = Both("Gatineau", "Gatineau, rive québécoise") });

        var households = nest.Define("ca", "households", Kind.Count, Both("Households in need", "Ménages dans le besoin"));
        households.Unit = Both("households", "ménages");
        households.Direction = Indicator.Types.Direction.Down;
        nest.Report("ca", households, Point("2018", "1581000", published: "1581000", tolerance: "1500", difference: "0", matches: true));
        nest.Report("ca", households, Point("2021", "1424300", published: "1423900", tolerance: "300", difference: "400", matches: false));
        nest.Report("ca", households, new SeriesPoint { Period = "2021", Cell = "tenure=owner", Value = "585800", Contributions = 2 });
        nest.Report("ca.on.hamilton", households, Point("2018", "19800"));
        nest.Report("ca.on.hamilton", households, Point("2021", ""));
        nest.Report("ca.on.hamilton", households, Point("2022", "0"));

        var poverty = nest.Define("ca", "child-poverty", Kind.Ratio, Both("Children in poverty", "Enfants en situation de pauvreté"));
        var rate = Point("2017", "13353188");
        rate.Denominator = "72452936";
        nest.Report("ca", poverty, rate);

        var rooms = nest.Define("ca", "rooms", Kind.Mean, Both("Rooms in a dwelling", "Pièces par logement"));
        var mean = Point("2021", "1000");
        mean.Denominator = "300";
        nest.Report("ca", rooms, mean);

        var income = nest.Define("ca", "median-income", Kind.Value, Both("Median income", "Revenu médian"));
        nest.Report("ca.on.hamilton", income, Point("2021", "74500.5"));

        nest.Functions["ca.on.hamilton"] = Functions();
        nest.Reconciliations[("ca", Households, "2021", "")] = HouseholdsOf2021(nest, households);
        return nest;
    }

    public static Text Both(string english, string french) => new() { En = english, Fr = french };

    public static Alignment Under(string parent) => new() { Parent = parent };

    public static SeriesPoint Point(
        string period, string value, string? published = null, string tolerance = "", string difference = "", bool matches = true)
    {
        var point = new SeriesPoint { Period = period, Value = value, Contributions = value.Length > 0 ? 2 : 0 };
        if (published is null)
            return point;
        point.Published = new PublishedFigure { Value = published, Tolerance = tolerance, Source = "Statistics Canada" };
        point.Difference = difference;
        point.Matches = matches;
        return point;
    }

    private static Reconciliation HouseholdsOf2021(FakeNest nest, Indicator households) => new()
    {
        Initiative = "ca",
        Indicator = households,
        Figure = nest.Points[("ca", Households, "")][1],
        Sum = "1424300",
        Contributions =
        {
            new Contribution
            {
                Initiative = "ca.ottawa-gatineau",
                PartOf = "ca.qc",
                Through = "ca.qc",
                Reporter = "a-partner",
                Value = "7300",
                ReceivedAt = Timestamp.FromDateTime(new DateTime(2026, 11, 22, 15, 4, 5, DateTimeKind.Utc)),
            },
            new Contribution { Initiative = "ca.on.hamilton", Through = "ca.on", Value = "1417000", FromCells = true },
        },
        Missing = { new Missing { Initiative = "ca.ottawa-gatineau", PartOf = "ca.on" } },
    };

    private static FunctionMap Functions() => new()
    {
        Functions =
        {
            new FunctionState
            {
                Function = Function.GuideVisionAndStrategy, State = State.Held, Holders = { "ca.on.hamilton" }, From = "2024-04-01",
            },
            new FunctionState
            {
                Function = Function.SupportAlignedActivities,
                State = State.Shared,
                Holders = { "ca.on", "ca.on.hamilton" },
                Writer = "ca.on",
                From = "2025-01-01",
                Until = "2027-12-31",
            },
            new FunctionState
            {
                Function = Function.EstablishSharedMeasurement,
                State = State.Overlap,
                Holders = { "ca.on" },
                Proposed = { new FunctionState.Types.Proposal { By = "ca.on", Holders = { "ca.on.hamilton" }, Accepted = { "ca.on.hamilton" } } },
            },
            new FunctionState { Function = Function.BuildPublicWill, State = State.Gap },
            new FunctionState { Function = Function.AdvancePolicy, State = State.Lapsed, Until = "2026-06-30" },
            new FunctionState
            {
                Function = Function.MobilizeResources,
                State = State.Proposed,
                Proposed = { new FunctionState.Types.Proposal { By = "ca.on.hamilton", Holders = { "ca" } } },
            },
        },
    };
}
