using System.Globalization;
using System.Text;
using System.Xml;
using Triggers.Runtime.Scenarios.RuleTests;

namespace Triggers.Cli.Output;

/// <summary>Results of rule tests as JUnit's XML, the form that build servers read: a suite a file, a case a test. Without times: they are virtual.</summary>
public static class RuleTestJUnit
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n" };

    /// <summary>The document, with a line end.</summary>
    public static string Write(string workspace, IReadOnlyList<RuleTestResult> results)
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, Settings))
        {
            xml.WriteStartElement("testsuites");
            Counts(xml, workspace, results);
            foreach (var file in results.GroupBy(result => result.Test.Place.Source.Name, StringComparer.Ordinal))
            {
                xml.WriteStartElement("testsuite");
                Counts(xml, file.Key, [.. file]);
                foreach (var result in file)
                {
                    Case(xml, workspace, result);
                }

                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    private static void Counts(XmlWriter xml, string name, IReadOnlyList<RuleTestResult> results)
    {
        xml.WriteAttributeString("name", Readable(name));
        xml.WriteAttributeString("tests", Number(results.Count));
        xml.WriteAttributeString("failures", Number(results.Count(result => !result.Passed)));
    }

    private static void Case(XmlWriter xml, string workspace, RuleTestResult result)
    {
        var place = result.Test.Place;
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", Readable($"{workspace}.{Path.ChangeExtension(place.Source.Name, null).Replace('/', '.')}"));
        xml.WriteAttributeString("name", Readable(result.Test.Name));
        xml.WriteAttributeString("file", Readable(place.Source.Name));
        xml.WriteAttributeString("line", Number(place.Source.Position(place.Start).Line));
        if (!result.Passed)
        {
            var text = new StringBuilder("\n");
            RuleTestReport.Append(text, result.Differences);
            xml.WriteStartElement("failure");
            xml.WriteAttributeString("message", Readable(result.Differences[0].What));
            xml.WriteString(Readable(text.ToString()));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    /// <summary>XML has no way to write some characters that YAML can.</summary>
    private static string Readable(string text) => string.Concat(text.EnumerateRunes().Select(rune => IsWritable(rune) ? rune : Rune.ReplacementChar));

    private static bool IsWritable(Rune rune) => !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);
}
