using CollectiveImpact.Console.Together;
using CollectiveImpact.V1;

namespace CollectiveImpact.Console.Languages;

/// <summary>The words of working together: the sides of an initiative's work, and its partners.</summary>
public sealed partial class Words
{
    public string Together => Say();

    public string NameOf(Side side) => side switch
    {
        Side.Agenda => Say("NameOf.Side.Agenda"),
        Side.Activities => Say("NameOf.Side.Activities"),
        Side.Communication => Say("NameOf.Side.Communication"),
        Side.Partners => Say("NameOf.Side.Partners"),
        Side.Learning => Say("NameOf.Side.Learning"),
        Side.PublicWill => Say("NameOf.Side.PublicWill"),
        Side.Resources => Say("NameOf.Side.Resources"),
        Side.Policy => Say("NameOf.Side.Policy"),
        _ => Say("NameOf.Side.Other"),
    };

    // Partners
    public string Partners(int count) => Some(count);
    public string NoPartners => Say();
    public string MissingSectors => Say();
    public string MissingVoices => Say();
    public string NobodyMissing => Say();
    public string Silent(string day) => Say(nameof(Silent), day);
    public string NeverHeard => Say();
    public string LastHeard(string day) => Say(nameof(LastHeard), day);
    public string Partner => Say();
    public string SectorHeading => Say();
    public string RingHeading => Say();
    public string RingSought => Say();
    public string Brings => Say();
    public string Kept => Say();

    public string NameOf(Sector sector) => sector switch
    {
        Sector.Government => Say("NameOf.Sector.Government"),
        Sector.Funders => Say("NameOf.Sector.Funders"),
        Sector.Schools => Say("NameOf.Sector.Schools"),
        Sector.Health => Say("NameOf.Sector.Health"),
        Sector.Business => Say("NameOf.Sector.Business"),
        Sector.NotForProfit => Say("NameOf.Sector.NotForProfit"),
        Sector.CommunityOrganisers => Say("NameOf.Sector.CommunityOrganisers"),
        Sector.HousesOfWorship => Say("NameOf.Sector.HousesOfWorship"),
        Sector.LivedExperience => Say("NameOf.Sector.LivedExperience"),
        _ => Say("NameOf.Sector.Other"),
    };

    public string NameOf(Ring ring) => ring switch
    {
        Ring.Core => Say("NameOf.Ring.Core"),
        Ring.Involved => Say("NameOf.Ring.Involved"),
        Ring.Supportive => Say("NameOf.Ring.Supportive"),
        Ring.Peripheral => Say("NameOf.Ring.Peripheral"),
        _ => "–",
    };

    // Proposals
    public string ProposalsReceived => Say();
    public string ProposalsMade => Say();
    public string NoProposals => Say();
    public string AskedBy => Say();
    public string AskedOf => Say();
    public string OpenFor(int days) => Say(nameof(OpenFor), Days(days));

    public string IndicatorToDefine => Say();
    public string NewClause(string number) => Say(nameof(NewClause), number);
    public string ClauseToChange(string number) => Say(nameof(ClauseToChange), number);
    public string NewActivity => Say();
    public string ActivityToChange => Say();
    public string BeforeChange => Say();
    public string AfterChange => Say();
    public string DoneInstead => Say();

    public string NameOf(ChangeProposal.Types.State state) => state switch
    {
        ChangeProposal.Types.State.Accepted => Say("NameOf.ChangeProposalState.Accepted"),
        ChangeProposal.Types.State.Adapted => Say("NameOf.ChangeProposalState.Adapted"),
        ChangeProposal.Types.State.Declined => Say("NameOf.ChangeProposalState.Declined"),
        _ => Say("NameOf.ChangeProposalState.Other"),
    };
}
