import { createContext, useContext } from 'react'

/** What a template says beside a question, and in which language. */
export interface Said {
  readonly asks: string
  readonly principles?: readonly string[] | undefined
  readonly paragraphs?: readonly number[] | undefined
  readonly language: string
}

/** By question; null where the shipped words stand. */
export const GuidanceContext = createContext<(question: string) => Said | null>(() => null)

export const useGuidance = () => useContext(GuidanceContext)
