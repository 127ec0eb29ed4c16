using Grpc.Core;

namespace CollectiveImpact.GrpcApi.Tests.Behaviour;

public sealed class MetadataTests
{
    [Fact]
    public void Keys_turn_to_lower_case() => Assert.Equal("partner-id", new Metadata.Entry("Partner-ID", "7").Key);

    [Fact]
    public void The_case_of_a_key_does_not_matter_when_asking() =>
        Assert.Equal("7", new Metadata { { "partner", "7" } }.GetValue("PARTNER"));

    [Fact]
    public void The_last_of_several_entries_is_the_value_of_a_key()
    {
        var metadata = new Metadata { { "k", "1" }, { "other", "x" }, { "k", "2" } };

        Assert.Equal("2", metadata.GetValue("k"));
        Assert.Equal(["1", "2"], metadata.GetAll("K").Select(entry => entry.Value));
    }

    [Fact]
    public void A_key_that_is_absent_has_no_value()
    {
        var metadata = new Metadata();

        Assert.Null(metadata.Get("k"));
        Assert.Null(metadata.GetValue("k"));
        Assert.Null(metadata.GetValueBytes("k-bin"));
        Assert.Empty(metadata.GetAll("k"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData(":authority")]
    [InlineData("clé")]
    [InlineData("a/b")]
    public void A_key_with_other_characters_is_refused(string key) =>
        Assert.Throws<ArgumentException>(() => new Metadata.Entry(key, "value"));

    [Fact]
    public void Text_under_a_binary_key_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Metadata { { "k-BIN", "text" } });

    [Fact]
    public void Bytes_under_a_text_key_are_refused() =>
        Assert.Throws<ArgumentException>(() => new Metadata { { "k", [1] } });

    [Fact]
    public void Bytes_are_copied_in_and_out()
    {
        byte[] bytes = [1, 2];
        var entry = new Metadata.Entry("k-bin", bytes);
        bytes[0] = 9;
        entry.ValueBytes[1] = 9;

        Assert.True(entry.IsBinary);
        Assert.Equal([1, 2], entry.ValueBytes);
    }

    [Fact]
    public void The_text_of_a_binary_entry_cannot_be_read() =>
        Assert.Throws<InvalidOperationException>(() => new Metadata.Entry("k-bin", [1]).Value);

    [Fact]
    public void The_bytes_of_text_are_its_ASCII() => Assert.Equal("abc"u8, new Metadata.Entry("k", "abc").ValueBytes);

    [Fact]
    public void It_is_a_list()
    {
        var first = new Metadata.Entry("k", "1");
        var second = new Metadata.Entry("k", "2");
        var metadata = new Metadata { second };
        metadata.Insert(0, first);

        Assert.Equal([first, second], metadata);
        Assert.Equal(1, metadata.IndexOf(second));
        Assert.True(metadata.Remove(first));
        metadata[0] = first;
        Assert.Same(first, Assert.Single(metadata));
    }

    [Fact]
    public void The_shared_empty_one_cannot_be_filled()
    {
        Assert.True(Metadata.Empty.IsReadOnly);
        Assert.Throws<InvalidOperationException>(() => Metadata.Empty.Add("k", "v"));
        Assert.Throws<InvalidOperationException>(Metadata.Empty.Clear);
    }
}
