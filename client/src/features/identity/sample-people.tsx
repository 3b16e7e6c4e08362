import { SAMPLE_PEOPLE } from '@roundtable/shared/protocol'
import { sentenceOfError } from '../../lib/error-sentence.js'
import { useText } from '../../locales/use-text.js'
import { Banner } from '../../ui/banner.js'
import { Button } from '../../ui/button.js'
import { useSampleData, useSignInSample } from './session.js'

/** One click signs in as a person of the sample country; only where the server says that sample data is on. */
export function SamplePeople() {
  const { t } = useText()
  const sample = useSampleData()
  const signIn = useSignInSample()
  if (sample.data !== true) return null
  return (
    <section className="stack sample" aria-labelledby="sample-title">
      <h2 id="sample-title" className="sample__title">
        {t('sample.title')}
      </h2>
      <p className="muted">{t('sample.lead')}</p>
      {signIn.error && (
        <Banner tone="danger" role="alert">
          <p>{sentenceOfError(signIn.error, t)}</p>
        </Banner>
      )}
      <ul className="sample__list">
        {SAMPLE_PEOPLE.map((person) => (
          <li key={person}>
            <Button isDisabled={signIn.isPending} onPress={() => signIn.mutate(person)}>
              {t(`sample.${person}`)}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
