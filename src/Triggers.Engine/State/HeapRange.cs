namespace Triggers.Engine.State;

/// <summary>A stretch of a <see cref="StateHeap"/>. Means nothing without its heap; <c>default</c> is empty.</summary>
/// <param name="Start">First byte.</param>
/// <param name="Length">Number of bytes.</param>
internal readonly record struct HeapRange(int Start, int Length);
