interface PolicyOptions {
  /** Fresh for each answer, base64. */
  nonce: string;
  /** Pictures may come from other hosts. */
  remoteImages: boolean;
  /** Of the administration, which no other page may show within itself. */
  admin: boolean;
  production: boolean;
}

/**
 * What a page may load and run (Content-Security-Policy level 3): its own files, and inline scripts that carry the nonce. Style attributes stay free, as React writes them; they run nothing.
 * In development React evaluates text, and the server pushes changes over a socket.
 */
export function contentPolicy({ nonce, remoteImages, admin, production }: PolicyOptions): string {
  const directives: Record<string, (string | false)[]> = {
    "default-src": ["'self'"],
    "script-src": ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'", !production && "'unsafe-eval'"],
    // The development server puts styles into the page without a nonce.
    "style-src": production ? ["'self'", `'nonce-${nonce}'`] : ["'self'", "'unsafe-inline'"],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:", remoteImages && "https: http:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'", !production && "ws:"],
    "worker-src": ["'self'"],
    "object-src": ["'none'"],
    "base-uri": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": [admin ? "'none'" : "'self'"],
  };
  return Object.entries(directives).map(([name, sources]) => [name, ...sources.filter((source) => source !== false)].join(" ")).join("; ");
}
