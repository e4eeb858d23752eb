-- about: the entries left that name a voucher of those records
select *
from entry_left
where voucher in (select voucher from voucher_record_left)
