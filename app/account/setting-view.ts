import { getTranslations } from 'next-intl/server';
import type { ZodError } from 'zod';
import type { SettingContent, SettingField } from '@/components/account/setting-content';
import { isRefusal } from '@/server/errors';
import { refusalSentence } from '@/server/language/refusal-sentence';
import { fieldErrorOf } from '../_actions/read-account-form';

/** Longer than a name may be: enough to be corrected, too short to echo a flood. */
const maxEchoedLength = 300;

/** What stands in a form of the account page: text, or nothing where there is none. */
export function textIn(form: unknown, field: SettingField): string {
  const value = form instanceof FormData ? form.get(field) : null;
  return typeof value === 'string' ? value : '';
}

/** The form after its input was found wrong: the first complaint of each field in a sentence. */
export async function withProblems(form: unknown, error: ZodError): Promise<SettingContent> {
  const t = await getTranslations('account.problem');
  const sentences = new Map<SettingField, string>();
  for (const { path, code } of error.issues) {
    const field = path[0] as SettingField;
    const complaint = fieldErrorOf(code);
    const sentenceOf = {
      name: () => t(`name.${complaint}`),
      oldPassword: () => t('passwordEmpty'),
      newPassword: () => t(`password.${complaint}`),
      otherPassword: () => t('otherPasswordEmpty'),
    };
    if (!sentences.has(field)) sentences.set(field, sentenceOf[field]());
  }
  const problems = [...sentences].map(([field, sentence]) => ({ field, sentence }));
  return { problems, refusal: null, name: typedName(form) };
}

/** The form after a refusal: at the password that was wrong, or above. Any other error is ours. */
export async function withRefusal(
  form: unknown,
  wrong: SettingField,
  error: unknown,
): Promise<SettingContent> {
  if (!isRefusal(error)) throw error;
  const name = typedName(form);
  if (error.code !== 'CREDENTIALS_WRONG') {
    return { problems: [], refusal: refusalSentence(error.code, error.details), name };
  }
  const t = await getTranslations('account.problem.wrong');
  const sentence = t(wrong === 'otherPassword' ? 'otherPassword' : 'oldPassword');
  return { problems: [{ field: wrong, sentence }], refusal: null, name };
}

const typedName = (form: unknown) => textIn(form, 'name').slice(0, maxEchoedLength);
