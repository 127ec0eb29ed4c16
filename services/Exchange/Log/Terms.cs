using CollectiveImpact.V1;
using Google.Protobuf;

namespace CollectiveImpact.Exchange.Log;

/// <summary>
/// The terms in which something was written here, each with a random word. Where a file is put back by hand, what is written
/// after it is of other terms than what was lost, though of the same numbers. So a node mostly tells without a clock which
/// of two things that it said came first.
/// </summary>
internal static class Terms
{
    /// <summary>The length of a term's word, in bytes.</summary>
    public const int WordLength = 2;

    /// <summary>How many terms a document names: a loss of more is told by clocks.</summary>
    public const int MostWords = 16;

    /// <summary>Begins the next term.</summary>
    public static Said Begin(LogTransaction transaction, string randomId)
    {
        List<byte[]> words = [Convert.FromHexString(randomId.AsSpan(0, 2 * WordLength))];
        long last = 0;
        using (var rows = transaction.Query("SELECT number, word FROM terms ORDER BY number DESC LIMIT $1", MostWords - 1L))
        {
            while (rows.Read())
            {
                last = Math.Max(last, rows.GetInt64(0));
                words.Add(rows.GetBytes(1));
            }
        }

        transaction.Execute("INSERT INTO terms (number, word, began) VALUES ($1, $2, $3)", last + 1, words[0], transaction.Now.ToUnixTimeMilliseconds());
        words.Reverse();
        return new Said { Term = last + 1, Words = ByteString.CopyFrom([.. words.SelectMany(word => word)]) };
    }

    /// <summary>Whether what stands was said after what came back, where the terms tell.</summary>
    /// <param name="transaction">Where the terms are read.</param>
    /// <param name="present">The term of this process; null where it has not written yet.</param>
    /// <param name="standing">What stands.</param>
    /// <param name="returned">What came back from another node.</param>
    /// <returns>
    /// Null where they don't: an earlier release wrote one of the two; or they are of courses that parted before either was
    /// said, and any of which may have been put back later.
    /// </returns>
    public static bool? IsLater(LogTransaction transaction, Said? present, Document standing, Document returned)
    {
        if ((standing.Said, returned.Said) is not ({ } stands, { } came)) return null;
        var word = Word(stands, stands.Term);
        // What stands may itself have come back, from a course that was lost.
        if (!word.SequenceEqual(Stored(transaction, stands.Term))) return null;
        if (stands.Term == came.Term && word.SequenceEqual(Word(came, came.Term))) return Sequence(standing) > Sequence(returned);
        // Only one process writes at a time, and this is the last.
        if (stands.Term == present?.Term) return true;
        // What continues a course comes after it.
        if (stands.Term > came.Term) return Word(came, came.Term).SequenceEqual(Stored(transaction, came.Term)) ? true : null;
        var oldest = Math.Max(stands.Term, came.Term - (came.Words.Length / WordLength) + 1);
        return Word(came, oldest).SequenceEqual(Stored(transaction, oldest)) ? false : null;
    }

    /// <summary>The sequence number under which something was said first.</summary>
    public static long Sequence(Document document) => document.Said is { Sequence: > 0 } said ? said.Sequence : document.Sequence;

    /// <summary>What is wrong with what a document says of this.</summary>
    public static bool IsWrong(Said said) =>
        said.Term < 1 || said.Sequence < 0 || said.Words.Length is 0 or > WordLength * MostWords
        || said.Words.Length % WordLength != 0 || said.Words.Length / WordLength > said.Term;

    private static ReadOnlySpan<byte> Word(Said said, long term) =>
        said.Words.Span.Slice(said.Words.Length - (int)((said.Term - term + 1) * WordLength), WordLength);

    private static byte[] Stored(LogTransaction transaction, long term)
    {
        using var row = transaction.Query("SELECT word FROM terms WHERE number = $1", term);
        return row.Read() ? row.GetBytes(0) : [];
    }
}
