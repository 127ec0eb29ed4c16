using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Support;

/// <summary>
/// Writes roles, and beside each the names of those who hold it, which never leave the node. Who reads and writes a role
/// has both in one: its revision is that of both.
/// </summary>
internal sealed class RoleWriting(SupportRecords records)
{
    public BackboneRole Save(LogTransaction transaction, string initiative, long epoch, BackboneRole role)
    {
        Check.Id("role", role.Role)?.Within("role").Throw();
        var (id, former) = (role.Role, records.Roles.Find(transaction.Find, initiative, role.Role));
        var holders = records.Holders.Find(transaction.Find, initiative, id);
        var revision = Base(former, holders, role.Revision, id, initiative);
        var payload = role.Clone();
        (payload.Initiative, payload.Role, payload.Revision, payload.Sharing) = ("", "", "", Sharing.Unspecified);
        payload.Holders.Clear();
        if (payload.Positions == 0) payload.Positions = 1;
        var ordered = payload.Functions.Order().ToList();
        payload.Functions.Clear();
        payload.Functions.Add(ordered);
        var names = new RoleHolderRecord { Holders = { role.Holders } };
        records.Roles.Save(transaction, initiative, id, epoch, payload, revision, role.Sharing, (_, _) =>
            names.Holders.Count > payload.Filled
                ? CallFault.Invalid("holders", $"has {names.Holders.Count} names, and {payload.Filled} positions are filled; say that more are filled, or name fewer")
                : records.Holders.Fault(names));
        if (names.Holders.Count > 0) records.Holders.Save(transaction, initiative, id, epoch, names, holders?.Revision ?? "");
        else if (holders is not null) records.Holders.Remove(transaction, initiative, id, epoch, holders.Revision, "role");
        return Show(transaction.Find, records.Roles.Get(transaction.Find, initiative, id, "role"));
    }

    public void Remove(LogTransaction transaction, RemoveRoleRequest request, long epoch)
    {
        var (initiative, id) = (request.Initiative, request.Role);
        var former = records.Roles.Get(transaction.Find, initiative, id, "role");
        var holders = records.Holders.Find(transaction.Find, initiative, id);
        records.Roles.Remove(transaction, initiative, id, epoch, Base(former, holders, request.Revision, id, initiative), "role");
        if (holders is not null) records.Holders.Remove(transaction, initiative, id, epoch, holders.Revision, "role");
    }

    public BackboneRole Show(Func<DocumentKey, StoredDocument?> find, Found<BackboneRole> found)
    {
        var holders = records.Holders.Find(find, found.Initiative, found.Id);
        var role = found.Record.Clone();
        (role.Initiative, role.Role, role.Revision, role.Sharing) = (found.Initiative, found.Id, Revision(found, holders), found.Sharing);
        role.Holders.Add(holders?.Record.Holders ?? []);
        return role;
    }

    private static string Revision(Found<BackboneRole> role, Found<RoleHolderRecord>? holders) =>
        holders is null ? role.Revision : $"{role.Revision}+{holders.Revision}";

    /// <summary>The role's own revision, where the two are what their writer has read.</summary>
    private static string Base(Found<BackboneRole>? role, Found<RoleHolderRecord>? holders, string read, string id, string initiative)
    {
        if (role is null || read == Revision(role, holders)) return role?.Revision ?? read;
        new CallFault(
            StatusCode.Aborted, "revision",
            $"is {(read.Length == 0 ? "empty" : Check.Shown(read))}, and role `{id}` of {initiative} stands at {Revision(role, holders)}; read it again, and repeat the change on it").Throw();
        return "";
    }
}
