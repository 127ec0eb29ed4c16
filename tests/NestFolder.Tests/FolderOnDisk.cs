using System.Text;

namespace CollectiveImpact.NestFolder.Tests;

/// <summary>A small nest folder without fault, of which a test changes what it is about.</summary>
internal sealed class FolderOnDisk : IDisposable
{
    public FolderOnDisk()
    {
        Path = Directory.CreateTempSubdirectory("nest-folder-").FullName;
        Write("initiatives.csv", """
            id,level,name_en,name_fr,parents
            ca,national,Canada,,
            ca.on,provincial,Ontario,,ca
            ca.qc,provincial,Quebec,Québec,ca
            ca.on.toronto,local,Toronto,,ca.on
            ca.ottawa-gatineau,local,Ottawa-Gatineau,,ca.on;ca.qc

            """);
        Write("indicators.csv", """
            id,name_en,name_fr,unit,kind,direction,additive
            need,Households in need,,households,count,down,yes
            poverty,Children in poverty,,children,ratio,down,yes
            wage,Mean wage,,CAD,mean,up,no
            rent,Median rent,,CAD,value,down,no

            """);
        Write("observations.csv", """
            initiative,indicator,period,cell,part_of,value,denominator
            ca.on.toronto,need,2021,tenure=owner,,100.5,
            ca.on.toronto,need,2021,tenure=renter,,200,
            ca.ottawa-gatineau,need,2021,,ca.on,30,
            ca.ottawa-gatineau,need,2021,,ca.qc,12,
            ca.on.toronto,poverty,2021,,,10,40
            ca.on.toronto,wage,2021,,,5000,2
            ca.on.toronto,rent,2021,,,1500,

            """);
        Write("published.csv", """
            initiative,indicator,period,cell,value,denominator,tolerance,denominator_tolerance
            ca,need,2021,,342.5,,0.5,
            ca.on,poverty,2021,,10,40,1,2

            """);
    }

    public string Path { get; }

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));

    public void Write(string file, byte[] bytes) => File.WriteAllBytes(In(file), bytes);

    public void Remove(string file) => File.Delete(In(file));

    public void Replace(string file, string old, string with)
    {
        var text = File.ReadAllText(In(file));
        Assert.Contains(old, text);
        File.WriteAllText(In(file), text.Replace(old, with));
    }

    public void Append(string file, string row) => File.AppendAllText(In(file), row + "\n");

    /// <summary>The folder, which must be without fault.</summary>
    public Folder Read()
    {
        var reading = Folder.Read(Path);
        Assert.Empty(reading.Faults);
        return reading.Folder!;
    }

    /// <summary>The lines of its faults, of which there must be some.</summary>
    public IReadOnlyList<string> Faults()
    {
        var reading = Folder.Read(Path);
        Assert.Null(reading.Folder);
        return [.. reading.Faults.Select(fault => fault.ToString())];
    }

    /// <summary>Its only fault.</summary>
    public string Fault() => Assert.Single(Faults());

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string In(string file) => System.IO.Path.Combine(Path, file);
}
