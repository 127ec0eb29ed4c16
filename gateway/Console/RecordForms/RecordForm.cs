using CollectiveImpact.Console.Calls;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CollectiveImpact.Console.RecordForms;

/// <summary>A form of one record of a kind of which an initiative has many, each under an id of its own.</summary>
/// <param name="idOf">The id of one.</param>
internal abstract class RecordForm<TRecord>(Func<TRecord, string> idOf) : WritingForm
    where TRecord : class, IMessage<TRecord>, new()
{
    /// <summary>How many are looked through: as many as a page of the contract's has.</summary>
    protected const int Most = 1_000;

    /// <summary>What is written: a copy of what stands, or a new one.</summary>
    protected TRecord Record { get; private set; } = new();

    /// <summary>Ids that a new one can't have.</summary>
    protected IReadOnlyList<string> Taken { get; private set; } = [];

    // Every record of the contract has one.
    public override string Revision
    {
        get => (string)RevisionField.GetValue(Record);
        set => RevisionField.SetValue(Record, value);
    }

    private IFieldAccessor RevisionField => Record.Descriptor.FindFieldByName("revision").Accessor;

    /// <summary>Finds the record that is asked for among all of its kind; where none is named, begins a new one.</summary>
    protected async Task<Outcome> Find<TRequest, TResponse>(
        Func<TRequest, CallOptions, AsyncUnaryCall<TResponse>> list, TRequest request, Func<TResponse, IEnumerable<TRecord>> of, TRecord? begun = null)
        where TResponse : class
    {
        var listed = await Calls.Ask(list, request, Asked.Cancelled);
        if (!listed.Has(out var answer))
            return listed.Outcome;
        var all = of(answer).ToList();
        Taken = [.. all.Select(idOf)];
        if (Asked.Which.Length == 0)
        {
            Record = begun ?? new();
            return Outcome.Given;
        }

        if (all.FirstOrDefault(record => idOf(record) == Asked.Which) is not { } stands)
            return Outcome.NotFound;
        Record = stands.Clone();
        return Outcome.Given;
    }

    /// <summary>Reads the record that is asked for by itself: as a list shows it, it may lack something.</summary>
    protected async Task<Outcome> Open<TRequest>(Func<TRequest, CallOptions, AsyncUnaryCall<TRecord>> get, TRequest request)
    {
        var read = await Calls.Ask(get, request, Asked.Cancelled);
        Record = read.Value?.Clone() ?? new();
        return read.Outcome;
    }
}
