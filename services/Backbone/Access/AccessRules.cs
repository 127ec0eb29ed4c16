using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Standing;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Hosting.Contract;
using CollectiveImpact.V1;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Access;

/// <summary>Whether somebody may make a call: what the contract says of the method, held against the caller's roles and what stands here.</summary>
internal sealed class AccessRules(StandingRules rules, TimeProvider time)
{
    /// <summary>Why a call is refused; null where it may be made.</summary>
    /// <param name="method">Of the contract.</param>
    /// <param name="request">The request, or a message of a stream of them.</param>
    /// <param name="caller">Who a gateway says it is.</param>
    public CallFault? Refuse(ContractMethod method, IMessage request, Caller caller)
    {
        if (caller.Administrator || method.Access.Role == Role.Public) return null;
        var (standing, key) = (rules.Published, method.ReadKey(request));
        if (method.Access.Published != PublishedPart.Unspecified
            && standing.Published.TryGetValue(key.Initiative, out var parts) && parts.Contains(method.Access.Published)) return null;
        foreach (var initiative in About(method, request, key.Initiative))
            if (!caller.Grants.Any(grant => Grants(standing, method, request, initiative, key.Function, grant)))
                return Refusal(method, initiative, Writer(standing, method, initiative, key.Function), caller);
        return null;
    }

    /// <summary>What a call is about: the initiative that it is routed by, and where a message of a stream brings an item of another, that one.</summary>
    private static IEnumerable<string> About(ContractMethod method, IMessage request, string key)
    {
        if (!method.ClientStreaming) return [key];
        var items = request.Descriptor.Fields.InDeclarationOrder()
            .Where(field => field is { FieldType: FieldType.Message, IsRepeated: false })
            .Select(field => field.Accessor.GetValue(request))
            .OfType<IMessage>()
            .Select(item => item.Descriptor.FindFieldByName("initiative")?.Accessor.GetValue(item) as string)
            .OfType<string>();
        return items.Append(key).Where(initiative => initiative.Length > 0).DefaultIfEmpty("");
    }

    /// <summary>The partner for which a call is made that is not the caller's to make otherwise; empty where it is.</summary>
    public string ActingPartner(ContractMethod method, IMessage request, Caller caller)
    {
        if (!method.Access.IsOpenToPartners || caller.Administrator) return "";
        var (standing, key) = (rules.Published, method.ReadKey(request));
        return caller.Grants.Any(grant => GrantsByRole(standing, method, key.Initiative, key.Function, grant)) ? "" : method.Access.PartnerOf(request);
    }

    private bool Grants(NodeStanding standing, ContractMethod method, IMessage request, string initiative, Function function, Caller.Types.Grant grant) =>
        method.Access.IsOpenToPartners && grant.Role == Role.Partner
            ? grant.Initiative == initiative && grant.Partner.Length > 0 && method.Access.PartnerOf(request) == grant.Partner
            : GrantsByRole(standing, method, initiative, function, grant);

    private bool GrantsByRole(NodeStanding standing, ContractMethod method, string initiative, Function function, Caller.Types.Grant grant)
    {
        if (grant.Role < method.Access.Role) return false;
        var writer = Writer(standing, method, initiative, function);
        if (!method.IsReadOnly) return grant.Initiative == writer;
        // What is of no initiative is for whoever belongs to one; and what could be open to all is so to those above and below.
        return initiative.Length == 0 || grant.Initiative == initiative || grant.Initiative == writer
            || (method.Access.Published != PublishedPart.Unspecified && IsRelated(standing, grant.Initiative, initiative));
    }

    /// <summary>Whose staff makes such calls: a function is its holder's to use, whosever it is.</summary>
    private string Writer(NodeStanding standing, ContractMethod method, string initiative, Function function) =>
        method.Route?.Target == Target.Holder
        && standing.Charters.Tenures(initiative, function, time.Today()) is { IsOver: false, Current: { } current } ? current.Writer : initiative;

    private static CallFault Refusal(ContractMethod method, string initiative, string writer, Caller caller)
    {
        var whose = initiative.Length == 0 ? "an initiative" : initiative;
        if (caller.Person.Length == 0) return new CallFault(StatusCode.Unauthenticated, "", $"{whose} has not published this; sign in first");
        if (!method.IsReadOnly && writer != initiative)
            return new CallFault(
                StatusCode.PermissionDenied, method.KeyField?.Name ?? "", $"{writer} holds this function for {whose}, and this is for the staff of {writer}; ask them", writer);
        var who = method.Access switch
        {
            { IsOpenToPartners: true } => "staff, and for the partner that it is about",
            { Role: Role.Member } => "members",
            { Role: Role.Administrator } => "administrators",
            _ => "staff",
        };
        return new CallFault(StatusCode.PermissionDenied, method.KeyField?.Name ?? "", $"this is for {who} of {whose}; ask its backbone to do it, or to invite you");
    }

    /// <summary>Whether two initiatives are aligned, by any number of levels.</summary>
    private static bool IsRelated(NodeStanding standing, string one, string other) =>
        standing.Nest.Ancestors(one).Contains(other) || standing.Nest.Ancestors(other).Contains(one);
}
