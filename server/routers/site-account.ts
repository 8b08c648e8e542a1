import { changePassword, passwordChangeSchema } from '../account/change-password';
import { getProfile } from '../account/get-profile';
import { mergeAccounts, mergeInputSchema } from '../account/merge-accounts';
import { registerCustomer } from '../account/register-customer';
import { registrationSchema } from '../account/registration';
import { profileUpdateSchema, updateProfile } from '../account/update-profile';
import { customerProcedure, publicProcedure, siteRouter } from '../trpc';

export const accountRouter = siteRouter({
  register: publicProcedure
    .input(registrationSchema)
    .mutation(({ ctx, input }) => registerCustomer(ctx.airline, { ...input, address: ctx.address })),
  profile: customerProcedure.query(({ ctx }) =>
    getProfile(ctx.airline, { customerId: ctx.session.customerId }),
  ),
  update: customerProcedure
    .input(profileUpdateSchema)
    .mutation(({ ctx, input }) =>
      updateProfile(ctx.airline, { ...input, customerId: ctx.session.customerId }),
    ),
  changePassword: customerProcedure
    .input(passwordChangeSchema)
    .mutation(({ ctx, input }) =>
      changePassword(ctx.airline, { ...input, customerId: ctx.session.customerId }),
    ),
  merge: customerProcedure
    .input(mergeInputSchema)
    .mutation(({ ctx, input }) =>
      mergeAccounts(ctx.airline, { ...input, customerId: ctx.session.customerId }),
    ),
});
