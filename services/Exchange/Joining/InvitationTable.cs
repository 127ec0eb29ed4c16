using System.Security.Cryptography;
using CollectiveImpact.Exchange.Documents;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Google.Protobuf.WellKnownTypes;

namespace CollectiveImpact.Exchange.Joining;

/// <summary>The invitations' table. A secret is never in it, only its hash.</summary>
internal static class InvitationTable
{
    private const string Select =
        "SELECT number, level, initiatives, note, made, expires, withdrawn, node, node_name, used FROM invitations";

    public static Invitation Add(LogTransaction transaction, byte[] secret, Level level, HostingScope hosting, string note, DateTimeOffset expires)
    {
        var hash = SHA256.HashData(secret);
        transaction.Execute(
            """
            INSERT INTO invitations (number, secret_hash, level, initiatives, note, made, expires)
            SELECT coalesce(max(number), 0) + 1, $1, $2, $3, $4, $5, $6 FROM invitations
            """,
            hash, (int)level, hosting.Store(), note, transaction.Now.ToUnixTimeMilliseconds(), expires.ToUnixTimeMilliseconds());
        return BySecret(transaction, secret)!;
    }

    public static Invitation? BySecret(LogTransaction transaction, byte[] secret) =>
        ReadAll(transaction.Query(Select + " WHERE secret_hash = $1", SHA256.HashData(secret)), transaction.Now).SingleOrDefault();

    public static Invitation? ByNumber(LogTransaction transaction, long number) =>
        ReadAll(transaction.Query(Select + " WHERE number = $1", number), transaction.Now).SingleOrDefault();

    /// <summary>The latest first.</summary>
    public static List<Invitation> List(LogReader reader, int most, DateTimeOffset now) =>
        ReadAll(reader.Query(Select + " ORDER BY number DESC LIMIT $1", most), now);

    public static void Use(LogTransaction transaction, Invitation invitation, NodeId node, string name) => transaction.Execute(
        "UPDATE invitations SET node = $1, node_name = $2, used = $3 WHERE number = $4",
        node.Fingerprint, name, transaction.Now.ToUnixTimeMilliseconds(), invitation.Number);

    public static void Withdraw(LogTransaction transaction, Invitation invitation) =>
        transaction.Execute("UPDATE invitations SET withdrawn = 1 WHERE number = $1", invitation.Number);

    private static List<Invitation> ReadAll(Rows rows, DateTimeOffset now)
    {
        using (rows)
        {
            List<Invitation> invitations = [];
            while (rows.Read()) invitations.Add(Read(rows, now));
            return invitations;
        }
    }

    private static Invitation Read(Rows row, DateTimeOffset now)
    {
        var expires = Time(row.GetInt64(5));
        var invitation = new Invitation
        {
            Number = row.GetInt64(0),
            Level = (Level)row.GetInt32(1),
            Initiatives = { HostingScope.Read(row.GetString(2)).Patterns },
            Note = row.GetString(3),
            Made = Time(row.GetInt64(4)),
            Expires = expires,
            Node = row.IsNull(7) ? "" : row.GetString(7),
            NodeName = row.IsNull(8) ? "" : row.GetString(8),
            Used = row.IsNull(9) ? null : Time(row.GetInt64(9)),
        };
        invitation.State = invitation.Used is not null ? Invitation.Types.State.Used
            : row.GetInt32(6) != 0 ? Invitation.Types.State.Withdrawn
            : expires.ToDateTimeOffset() <= now ? Invitation.Types.State.Expired
            : Invitation.Types.State.Open;
        return invitation;
    }

    private static Timestamp Time(long milliseconds) => Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
