/**
 * Hours without newer data after which a source counts as late, by the cadence that the practice expects: the cadence
 * itself and as long again for the vendor, who delivers a day's charges within the next one.
 */
export const lateAfterHours: Readonly<Record<string, number>> = {
  hourly: 6,
  daily: 48,
  weekly: 14 * 24,
  monthly: 45 * 24
};
