import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { Config } from './config.ts';

/**
 * What the account may cost a month: whoever hears of alarms is mailed when it is forecast to be more, and when it is. Of the
 * whole account: what a stage costs by its tags is known only where somebody has activated them for billing.
 */
export function monthlyBudget(scope: Construct, { monthlyBudget: amount, alarmsTo }: Config): void {
  if (amount === 0 || alarmsTo === '') return;
  const tellAt = (notificationType: 'ACTUAL' | 'FORECASTED') => ({
    notification: { comparisonOperator: 'GREATER_THAN', notificationType, threshold: 100, thresholdType: 'PERCENTAGE' },
    subscribers: [{ subscriptionType: 'EMAIL', address: alarmsTo }],
  });
  new CfnBudget(scope, 'budget', {
    budget: { budgetType: 'COST', timeUnit: 'MONTHLY', budgetLimit: { amount, unit: 'USD' } },
    notificationsWithSubscribers: [tellAt('FORECASTED'), tellAt('ACTUAL')],
  });
}
