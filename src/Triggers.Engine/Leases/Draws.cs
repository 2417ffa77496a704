using Triggers.Engine.State;
using Triggers.Language.Plan.Messaging;
using Triggers.Model.Time;

namespace Triggers.Engine.Leases;

/// <summary>
/// What the messages of one customer draw from the leases of their partition. The customer's state remembers a draw as long as it can be given back: codes until the message
/// is sent, since then they are known; amounts until it can no longer fail.
/// </summary>
internal sealed class Draws
{
    /// <summary>A failure that is reported later than this after the delivery gives nothing back.</summary>
    private static readonly TimeSpan FailuresCount = TimeSpan.FromDays(30);

    private static readonly LeaseBook Nothing = new();

    private LeaseBook _book = Nothing;

    /// <summary>Draws on these leases from here on; null: there are none.</summary>
    public void Show(LeaseBook? book) => _book = book ?? Nothing;

    /// <summary>The share of a budget; null when none was granted.</summary>
    public BudgetLease? ShareOf(BudgetPlan budget) => _book.Find(budget);

    /// <summary>The share of a pool; null when none was granted.</summary>
    public CodeLease? ShareOf(CodePoolPlan pool) => _book.Find(pool);

    /// <summary>Books what a message costs.</summary>
    public void Book(CustomerState state, ulong message, List<BudgetDraw> draws, Timestamp now)
    {
        foreach (var draw in draws)
        {
            _book.Book(draw.Budget, draw.Period, draw.Amount, now);
            state.Messaging.Add(draw with { Message = message });
        }
    }

    /// <summary>Gives the next code to a message that goes out: for ever.</summary>
    public void Give(CodePoolPlan pool) => _book.Draw(pool.Id);

    /// <summary>Keeps the next code for a message that is held.</summary>
    public void Keep(CustomerState state, ulong message, CodePoolPlan pool, int code)
    {
        _book.Draw(pool.Id);
        state.Messaging.Add(new CodeDraw(message, pool.Id, code));
    }

    /// <summary>A message is not sent, or not yet: all that it has drawn goes back.</summary>
    public void GiveBack(CustomerState state, ulong message)
    {
        GiveBackAmounts(state, message);
        for (var i = state.Messaging.CodeDraws.Length - 1; i >= 0; i--)
        {
            if (state.Messaging.CodeDraws[i] is var draw && draw.Message == message)
            {
                _book.PutBack(draw.Pool, draw.Code);
                state.Messaging.RemoveCodeDrawAt(i);
            }
        }
    }

    /// <summary>A message was not delivered: it cost nothing. Its code was on its way and is not given again.</summary>
    public void Fail(CustomerState state, ulong message, Timestamp at)
    {
        if (!state.Messaging.IsHeld(message, state.Heap))
        {
            Forget(state.Messaging, at);
            GiveBackAmounts(state, message);
        }
    }

    /// <summary>Forgets amounts of messages that can no longer fail.</summary>
    public static void Forget(MessagingState state, Timestamp now)
    {
        var oldest = now - FailuresCount;
        for (var i = state.BudgetDraws.Length - 1; i >= 0; i--)
        {
            if (state.BudgetDraws[i].At < oldest)
            {
                state.RemoveBudgetDrawAt(i);
            }
        }
    }

    private void GiveBackAmounts(CustomerState state, ulong message)
    {
        for (var i = state.Messaging.BudgetDraws.Length - 1; i >= 0; i--)
        {
            if (state.Messaging.BudgetDraws[i] is var draw && draw.Message == message)
            {
                _book.GiveBack(draw.Budget, draw.Period, draw.Amount);
                state.Messaging.RemoveBudgetDrawAt(i);
            }
        }
    }
}
