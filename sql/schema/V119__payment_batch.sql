-- Payments made together carry the number of their batch, as subsidies do.
drop view standing_payment, live_payment;
alter table payment add column batch text collate "C";
call add_register('payment');
