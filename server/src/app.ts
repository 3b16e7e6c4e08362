import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestExpressApplication } from '@nestjs/platform-express'
import compression from 'compression'
import helmet from 'helmet'
import { EVENTS_PATH } from '@roundtable/shared/protocol'
import type { Server } from 'node:http'
import { Registry } from 'prom-client'
import type { Logger } from 'pino'
import { AgreementModule } from './agreement/index.js'
import { AbilityModule, AccessWatch } from './ability/index.js'
import type { Config } from './config/index.js'
import { actsPool, createDataSource, createPools, migrate } from './database/database.js'
import { countPools } from './database/pool-metrics.js'
import { FindModule } from './find/index.js'
import { ActsInTurn, IdentityModule } from './identity/index.js'
import { LiveModule, LiveServer } from './live/index.js'
import { MyWorkModule } from './my-work/index.js'
import { EventsAdapter, NoticeModule } from './notice/index.js'
import { OperationModule } from './operation/index.js'
import { type Clock, systemClock } from './platform/clock.js'
import { refuseCrossSite } from './platform/cross-site.js'
import { NestLogger, createLogger } from './platform/logger.js'
import { linkNodes } from './platform/nodes/link-nodes.js'
import { Notifications } from './platform/notifications.js'
import { PlatformModule, type Platform } from './platform/platform.module.js'
import { ProblemFilter } from './platform/problem.filter.js'
import { takeUnreadablePathsLiterally } from './platform/readable-path.js'
import { serveClient } from './platform/static-client.js'
import { ProjectionModule } from './projection/index.js'
import { RoadmapModule } from './roadmap/index.js'
import { TemplateModule } from './template/index.js'
import { WorkspaceModule } from './workspace/index.js'

/** What a test may put in another's place. Production passes nothing. */
export interface Overrides {
  readonly logger?: Logger
  readonly clock?: Clock
}

export interface RunningApp {
  readonly nest: NestExpressApplication
  readonly platform: Platform
  /** Listens and returns the port. */
  listen(): Promise<number>
  /** Commits what is pending, sends people elsewhere, closes everything. */
  close(): Promise<void>
}

@Module({
  imports: [
    AbilityModule,
    IdentityModule,
    LiveModule,
    WorkspaceModule,
    FindModule,
    NoticeModule,
    ProjectionModule,
    RoadmapModule,
    MyWorkModule,
    TemplateModule,
    AgreementModule,
    OperationModule
  ]
})
class AppModule {}

/**
 * The whole application on a database that is there already. Used by production and by tests alike.
 * `urls`: the application's role and the owner's.
 */
export async function createApp(
  config: Config,
  urls: { appUrl: string; ownerUrl: string },
  overrides: Overrides = {}
): Promise<RunningApp> {
  const logger = overrides.logger ?? createLogger(config.logLevel)
  await migrate(urls.ownerUrl, urls.appUrl, logger)
  const dataSource = await createDataSource(urls.appUrl).initialize()
  const pools = createPools(urls.appUrl, logger)
  const registry = new Registry()
  const link = await linkNodes(config, pools.pool, registry, logger)
  const notifications = new Notifications(urls.appUrl, pools.pool, logger)
  const platform: Platform = { config, logger, clock: overrides.clock ?? systemClock, dataSource, registry, link, notifications, ...pools }

  @Module({ imports: [PlatformModule.with(platform), AppModule] })
  class Root {}
  const nest = await NestFactory.create<NestExpressApplication>(Root, {
    logger: new NestLogger(logger),
    abortOnError: false,
    bodyParser: false
  })
  countPools({ append: pools.appendPool, rights: pools.rightsPool, pages: pools.pool, acts: actsPool(dataSource) }, registry)
  configureHttp(nest, config, new ProblemFilter(logger, registry))
  nest.useWebSocketAdapter(new EventsAdapter(nest, config.publicUrl, registry))
  await nest.init()

  const live = nest.get(LiveServer)
  const watch = nest.get(AccessWatch)
  const server: Server = nest.getHttpServer()
  // Both doors take upgrades of the same server. socket.io's addresses begin with its path and a slash.
  live.door.attach(server, { others: [`${EVENTS_PATH}/`] })
  await watch.start()
  notifications.start()

  return {
    nest,
    platform,
    listen: async () => {
      await nest.listen(config.port, config.host)
      const address = server.address()
      return typeof address === 'object' && address ? address.port : config.port
    },
    close: async () => {
      // Whoever comes from now on finds the door closed and goes to another node.
      if (server.listening) server.close()
      await live.drain()
      await Promise.all([watch.stop(), notifications.stop()])
      server.closeAllConnections()
      await nest.close()
      await link.close()
      await dataSource.destroy()
      await Promise.all([pools.pool, pools.appendPool, pools.rightsPool].map((pool) => pool.end()))
    }
  }
}

function configureHttp(nest: NestExpressApplication, config: Config, problems: ProblemFilter): void {
  const isSecure = config.publicUrl?.startsWith('https:') ?? false
  nest.use(
    helmet({
      // On plain http (a workshop's laptop) an upgrade to https would make the pages unreachable.
      contentSecurityPolicy: {
        directives: {
          'upgrade-insecure-requests': isSecure ? [] : null,
          'connect-src': ["'self'", ...liveOrigin(config.publicUrl)],
          'font-src': ["'self'"],
          // React Aria sets a style element; nothing else is inline, and nothing comes from elsewhere.
          'style-src': ["'self'", "'unsafe-inline'"]
        }
      },
      strictTransportSecurity: isSecure
    })
  )
  // Length tells of a secret that is packed together with a stranger's words. No answer to a GET holds one: phrases and links are
  // told once, in the answer to the act that made them, beside the words of whoever did it. Keep it so.
  nest.use(compression())
  nest.use(takeUnreadablePathsLiterally)
  nest.use(refuseCrossSite(config.publicUrl))
  nest.useBodyParser('json', { limit: '100kb', strict: true })
  nest.useGlobalFilters(problems)
  nest.useGlobalInterceptors(new ActsInTurn())
  nest.disable('x-powered-by')
  nest.set('query parser', 'simple')
  // Without proxies nobody is believed about an address but the peer itself.
  nest.set('trust proxy', config.proxies.length > 0 ? [...config.proxies] : false)
  serveClient(nest.getHttpAdapter().getInstance())
}

/** Older browsers do not count WebSockets of the page's own origin as `'self'`. */
function liveOrigin(publicUrl: string | null): string[] {
  return publicUrl === null ? [] : [new URL(publicUrl).origin.replace(/^http/, 'ws')]
}
