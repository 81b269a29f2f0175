using System.Collections;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using QRCoder;

namespace PractitionerFinder.Web.Shared.Profile;

/// <summary>A text as a QR code (ISO/IEC 18004), drawn as one path of its dark modules with the quiet zone around it.</summary>
public sealed partial class QrCode
{
    [Parameter, EditorRequired]
    public string Text { get; set; } = "";

    /// <summary>What it is called when its text is not for reading aloud.</summary>
    [Parameter]
    public string? Label { get; set; }

    private int Width { get; set; }

    private string Path { get; set; } = "";

    protected override void OnParametersSet()
    {
        // A printed page is folded and carried about: a quarter of the code may be lost.
        using var code = QRCodeGenerator.GenerateQrCode(Text, QRCodeGenerator.ECCLevel.Q);
        Width = code.ModuleMatrix.Count;
        Path = Draw(code.ModuleMatrix);
    }

    /// <summary>Each run of dark modules in a row is one rectangle.</summary>
    private static string Draw(List<BitArray> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Count; x++)
            {
                var from = x;
                while (x < rows[y].Count && rows[y][x])
                {
                    x++;
                }

                if (x > from)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h{from - x}z");
                }
            }
        }

        return path.ToString();
    }
}
