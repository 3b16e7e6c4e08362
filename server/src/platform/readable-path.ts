import type { NextFunction, Request, Response } from 'express'

/**
 * A path whose escapes are no characters (`%E0%A4`) names nothing. It is taken literally, so that it is answered like
 * anything else that names nothing, and asks first who is there; the router would call it a bad request.
 */
export function takeUnreadablePathsLiterally(request: Request, _response: Response, next: NextFunction): void {
  const [path = '', ...query] = request.url.split('?')
  try {
    decodeURIComponent(path)
  } catch {
    request.url = [path.replaceAll('%', '%25'), ...query].join('?')
  }
  next()
}
