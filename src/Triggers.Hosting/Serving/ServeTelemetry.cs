using Triggers.Hosting.Health;
using Triggers.Runtime.Telemetry;

namespace Triggers.Hosting.Serving;

/// <summary>How a live process looks at the clock and tells about itself.</summary>
/// <param name="Time">The process's clock.</param>
/// <param name="Notices">Lines for the engineer on call.</param>
/// <param name="Metrics">Its instruments.</param>
/// <param name="Phase">How far it has come.</param>
/// <param name="Health">Answers probes.</param>
/// <param name="Lags">Asks how far the groups are behind.</param>
public sealed record ServeTelemetry(TimeProvider Time, INotices Notices, PipelineMetrics Metrics, ServePhase Phase, ProcessHealth Health, LagWatch Lags);
