import { useEffect, useRef } from 'react'
import { SAMPLE_PEOPLE } from '@roundtable/shared/protocol'
import { useSignInSample } from './session.js'

/** The links that the server prints at its start (`/sign-in?sample=statistician`): opening one signs in as that person, once. */
export function useSampleLink(asked: string | null): { isUnderWay: boolean; error: Error | null } {
  const person = SAMPLE_PEOPLE.find((one) => one === asked)
  const { mutate, status, error } = useSignInSample()
  const wasAsked = useRef(false)
  useEffect(() => {
    if (person === undefined || wasAsked.current) return
    wasAsked.current = true
    mutate(person)
  }, [person, mutate])
  return { isUnderWay: person !== undefined && (status === 'idle' || status === 'pending'), error }
}
