namespace Triggers.Runtime.Ingest.Fields;

/// <summary>Where one field of a record stands, before its type is known. 12 bytes, no references: a row of them costs nothing to keep.</summary>
/// <param name="Form">How it is written.</param>
/// <param name="Start">First byte in the record.</param>
/// <param name="Length">Its length in bytes.</param>
public readonly record struct RawField(RawForm Form, int Start, int Length);
