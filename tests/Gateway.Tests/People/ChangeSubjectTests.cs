using CollectiveImpact.Gateway.People;
using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Gateway.Tests.People;

/// <summary>What the trail says a call was about.</summary>
public sealed class ChangeSubjectTests
{
    private static readonly ContractMethods Contract = ContractMethods.In(typeof(Charter).Assembly);

    public static TheoryData<string, IMessage, string> Calls => new()
    {
        { "SharedMeasurement/Report", new ReportRequest { Initiative = "ca", Indicator = "ca/beds", Period = "2021", Reporter = "ymca" }, "ca/beds, 2021, ymca" },
        { "Activities/SaveActivity", new SaveActivityRequest { Initiative = "ca", Activity = new Activity { Activity_ = "fund", Name = new Text { En = "Fund" }, Lead = "ymca" } }, "fund" },
        { "Activities/RemoveActivity", new RemoveActivityRequest { Initiative = "ca", Activity = "fund", Revision = "0.3" }, "fund" },
        { "Learning/SaveCurveStory", new SaveCurveStoryRequest { Initiative = "ca", Story = new CurveStory { Story = "rents" } }, "rents" },
        { "CommonAgenda/Ratify", new RatifyRequest { Initiative = "ca", Version = 2, Ratifier = "ymca" }, "2, ymca" },
        { "Charter/HandOver", new HandOverRequest { Initiative = "ca", Function = Function.AdvancePolicy, By = "ca.on", Reason = new Text { En = "so" } }, "AdvancePolicy, ca.on" },
        { "Nest/Align", new AlignRequest { Initiative = "ca", Alignment = new Alignment { Parent = "on" } }, "" },
        { "Partners/NoteHeard", new NoteHeardRequest { Initiative = "ca", Partner = "what Bob says <b>" }, "" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void It_is_told_by_the_ids_in_the_request_and_nothing_that_anybody_wrote(string method, IMessage request, string subject) =>
        Assert.Equal(subject, ChangeSubject.Of(Contract.All.Single(each => each.Service.EndsWith("." + method.Split('/')[0]) && each.Name == method.Split('/')[1]), request));
}
