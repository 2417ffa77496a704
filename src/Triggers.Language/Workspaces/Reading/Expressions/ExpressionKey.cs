using Triggers.Model.Values;

namespace Triggers.Language.Workspaces.Reading.Expressions;

/// <summary>What makes two expressions of a workspace the same.</summary>
/// <param name="Text">As written.</param>
/// <param name="Record">Type of the first variable.</param>
/// <param name="Variables">How many variables it may use.</param>
/// <param name="Expected">The type that it must have; null: any.</param>
internal sealed record ExpressionKey(string Text, RecordType Record, int Variables, DataType? Expected);
