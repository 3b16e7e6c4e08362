/** The thirteen principles of ¶17, with the paragraphs that explain each (¶19 to ¶31). */
export const PRINCIPLES = ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P08', 'P09', 'P10', 'P11', 'P12', 'P13'] as const
export type PrincipleCode = (typeof PRINCIPLES)[number]

/** The Framework's paragraphs on each principle beside ¶17 itself (domain.md A1). */
export const PRINCIPLE_NOTES: Readonly<Record<PrincipleCode, readonly number[]>> = {
  P01: [19, 20],
  P02: [20],
  P03: [21],
  P04: [22, 27],
  P05: [23],
  P06: [24, 30],
  P07: [25],
  P08: [26],
  P09: [27],
  P10: [28],
  P11: [29],
  P12: [30],
  P13: [31]
}

/** Principles about the people concerned: the civic side's answer is shown first. */
export const CIVIC_FIRST: readonly PrincipleCode[] = ['P03', 'P04', 'P07', 'P08', 'P10']

/** How many numbered paragraphs the Framework has (v1.0). */
export const FRAMEWORK_PARAGRAPHS = 45
