import { useText } from '../locales/use-text.js'
import { Banner } from './banner.js'
import { Button } from './button.js'

interface PartMissingProps {
  readonly sentence: string
  readonly isFetching: boolean
  readonly onRetry: () => void
}

/** A part of the program did not come: what can be done, the gentle way first. A renewed server has it under another name. */
export function PartMissing({ sentence, isFetching, onRetry }: PartMissingProps) {
  const { t } = useText()
  return (
    <Banner tone="caution" role="alert">
      <p>{sentence}</p>
      <div className="row">
        <Button isPending={isFetching} onPress={onRetry}>
          {t('query.again')}
        </Button>
        <Button onPress={() => window.location.reload()}>{t('failure.reload')}</Button>
      </div>
    </Banner>
  )
}
