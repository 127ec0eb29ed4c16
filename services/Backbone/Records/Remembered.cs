using System.Collections;

namespace CollectiveImpact.Backbone.Records;

/// <summary>A sequence that is gone through more than once and read once; no more of it than is asked for. For one thread.</summary>
internal sealed class Remembered<T>(IEnumerable<T> sequence) : IEnumerable<T>
{
    private readonly List<T> _read = [];
    private readonly IEnumerator<T> _rest = sequence.GetEnumerator();

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; ; i++)
        {
            if (i == _read.Count)
            {
                if (!_rest.MoveNext()) yield break;
                _read.Add(_rest.Current);
            }

            yield return _read[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
