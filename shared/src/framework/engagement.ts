/**
 * Degree and quality of engagement (¶11, domain.md A8), as words in an order: nothing is added up, and there is no pass mark
 * (¶10). What is said in numbers, how long and how much work, is a fact and no measure of worth.
 */

/** DEGREE: in how much of what is done at a stage a side takes part. */
export const EXTENTS = ['none', 'some', 'most', 'all'] as const
export type Extent = (typeof EXTENTS)[number]

/** DEGREE: how closely it takes part while the stage lasts. */
export const INTENSITIES = ['once', 'now_and_then', 'regularly', 'throughout'] as const
export type Intensity = (typeof INTENSITIES)[number]

/** QUALITY, and what a side says of itself about a principle: how far it is. Never a score. */
export const HOW_FAR = ['not_yet', 'partly', 'mostly', 'fully'] as const
export type HowFar = (typeof HOW_FAR)[number]
