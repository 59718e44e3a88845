/** The headers every page of the dashboard is served with; deploy/nginx.conf says the same, and a test compares them. */

/** Emotion creates empty style elements and fills them through the CSSOM: the hash of the empty string is enough for it. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"

/**
 * @param {{ connect?: string, demo?: boolean, meta?: boolean }} [options] `connect`: where data may come from;
 * `demo`: the service-worker demo; `meta`: the form for a meta element, which cannot say frame-ancestors
 */
export function contentSecurityPolicy({ connect = "'self'", demo = false, meta = false } = {}) {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${EMPTY_STYLE}`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connect}`,
    `worker-src ${demo ? "'self'" : "'none'"}`,
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    ...(meta ? [] : ["frame-ancestors 'none'"]),
    "require-trusted-types-for 'script'",
    `trusted-types ${demo ? 'default' : "'none'"}`,
  ].join('; ')
}

/** The gateway is known at run time only and policies intersect, so the meta form leaves every http(s) address open. */
export const META_CONNECT = "'self' https: http:"

const FEATURES = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]

/** @param {{ connect?: string, demo?: boolean }} [options] */
export function securityHeaders(options = {}) {
  return {
    'Content-Security-Policy': contentSecurityPolicy(options),
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': FEATURES.map(feature => `${feature}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  }
}

/**
 * Files named after their content never change; the page and its configuration may at any time.
 * @param {string} path
 */
export function cacheControl(path) {
  if (path.startsWith('/assets/')) return 'public, max-age=31536000, immutable'
  return path.endsWith('/config.json') ? 'no-store' : 'no-cache'
}
