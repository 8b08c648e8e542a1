import { getRequestConfig } from 'next-intl/server';
import { homeZone } from '@/server/domain/local-time';
import { locale, messages } from './messages';

/** The language of a request: Brazilian Portuguese for everybody, whatever the URL. */
export default getRequestConfig(() => ({ locale, messages, timeZone: homeZone }));
