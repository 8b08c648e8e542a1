import { getRequestConfig } from 'next-intl/server';
import { homeZone } from '@/components/format/instant';
import { locale, messages } from './messages';

/** The language of a request: Brazilian Portuguese for everybody, whatever the URL. */
export default getRequestConfig(() => ({ locale, messages, timeZone: homeZone }));
