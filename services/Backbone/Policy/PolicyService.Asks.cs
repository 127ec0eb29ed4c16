using CollectiveImpact.Backbone.Charter;
using CollectiveImpact.Backbone.Records;
using CollectiveImpact.Exchange.Calls;
using CollectiveImpact.Exchange.Log;
using CollectiveImpact.V1;
using Grpc.Core;

namespace CollectiveImpact.Backbone.Policy;

/// <summary>Asks, and the positions on them.</summary>
internal sealed partial class PolicyService
{
    public override Task<PolicyAsk> SaveAsk(SaveAskRequest request, ServerCallContext context)
    {
        var ask = request.Ask?.Clone() ?? new PolicyAsk();
        Check.Same("ask.initiative", ask.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Asks, request.Initiative, request.By,
            (transaction, epoch) => Show(transaction, asks.Save(transaction, calls.Working, request.Initiative, epoch, ask)), context);
    }

    public override Task<PolicyAsk> MoveAsk(MoveAskRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Asks, request.Initiative, request.By, (transaction, epoch) => Show(transaction, asks.Move(transaction, epoch, request)), context);

    public override Task<RemoveAskResponse> RemoveAsk(RemoveAskRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Asks, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            asks.Remove(transaction, calls.Working, epoch, request);
            return new RemoveAskResponse();
        },
        context);

    public override Task<PolicyAsk> GetAsk(GetAskRequest request, ServerCallContext context) => Task.FromResult(calls.Read(
        request.Initiative,
        (reader, standing) => lists.Show(records.Asks.Get(reader.Find, request.Initiative, request.Ask, "ask"), reader.Find, reader.Query, standing, time.Today())));

    public override Task<ListAsksResponse> ListAsks(ListAsksRequest request, ServerCallContext context)
    {
        var size = Page<PolicyAsk>.Size(request.PageSize);
        (Place.Read("page_token", request.PageToken, out var after) ?? AskLists.Fault(request))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, standing) =>
        {
            var page = Page<PolicyAsk>.Take(lists.Asks(reader, standing, request, after, time.Today()), size);
            return new ListAsksResponse { Asks = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    public override Task<AskPosition> SavePosition(SavePositionRequest request, ServerCallContext context)
    {
        var position = request.Position?.Clone() ?? new AskPosition();
        Check.Same("position.initiative", position.Initiative, request.Initiative)?.Throw();
        return calls.WriteAsync(
            records.Positions, request.Initiative, request.By,
            (transaction, epoch) => AskLists.Show(positions.Save(transaction, calls.Working, request.Initiative, epoch, position)), context);
    }

    public override Task<RemovePositionResponse> RemovePosition(RemovePositionRequest request, ServerCallContext context) => calls.WriteAsync(
        records.Positions, request.Initiative, request.By,
        (transaction, epoch) =>
        {
            (Check.Id("ask", request.Ask) ?? Check.Id("position", request.Position))?.Throw();
            records.Positions.Remove(transaction, request.Initiative, AskPositionKind.IdOf(request.Ask, request.Position), epoch, request.Revision, "position");
            return new RemovePositionResponse();
        },
        context);

    public override Task<ListPositionsResponse> ListPositions(ListPositionsRequest request, ServerCallContext context)
    {
        var size = Page<AskPosition>.Size(request.PageSize);
        (Check.Id("ask", request.Ask) ?? Check.KnownOrNone("stance", request.Stance) ?? (request.PageToken.Length == 0 ? null : Check.Id("page_token", request.PageToken)))?.Throw();
        return Task.FromResult(calls.Read(request.Initiative, (reader, _) =>
        {
            records.Asks.Get(reader.Find, request.Initiative, request.Ask, "ask");
            var prefix = AskPositionKind.IdOf(request.Ask, "");
            var page = Page<AskPosition>.Take(
                records.Positions.Standing(reader, request.Initiative, request.PageToken.Length == 0 ? "" : prefix + request.PageToken, prefix)
                    .Where(found => request.Stance == AskPosition.Types.Stance.Unspecified || found.Record.Stance == request.Stance)
                    .Select(AskLists.Show).Select(position => (position.Position, position)),
                size);
            return new ListPositionsResponse { Positions = { page.Items }, NextPageToken = page.NextToken };
        }));
    }

    private PolicyAsk Show(LogTransaction transaction, Found<PolicyAsk> saved) => lists.Show(saved, transaction.Find, transaction.Query, calls.Working, time.Today());
}
