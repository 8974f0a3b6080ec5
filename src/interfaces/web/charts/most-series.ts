/** Groups that are drawn each for themselves; a top list has fewer, and more cannot be told apart. */
export const mostSeries = 40;
