import { useText } from '../../locales/use-text.js'
import { Icon } from '../../ui/icon.js'
import { Link } from '../../ui/link.js'

interface Step {
  readonly label: string
  readonly to?: string
}

/** Country › initiative › object: where this page stands, without the page itself. */
export function Breadcrumb({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useText()
  return (
    <nav aria-label={t('shell.breadcrumb')}>
      <ol className="breadcrumb">
        {steps.map((step, index) => (
          <li key={step.label}>
            {index > 0 && <Icon name="next" />}
            {step.to === undefined ? (
              <bdi>{step.label}</bdi>
            ) : (
              <Link to={step.to}>
                <bdi>{step.label}</bdi>
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
