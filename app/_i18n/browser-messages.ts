import type { AdminMessages } from "./admin-messages";
import type { Locale } from "./locale";
import type { MapMessages } from "./map-messages";

declare module "use-intl" {
  interface AppConfig {
    /** What `useTranslations()` knows in the browser: each under the provider of its pages. */
    Messages: { admin: AdminMessages; map: MapMessages };
    Locale: Locale;
  }
}
