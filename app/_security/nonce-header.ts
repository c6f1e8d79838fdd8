/** How the proxy tells the page which nonce its scripts carry. */
export const NONCE_HEADER = "x-kotomap-nonce";
