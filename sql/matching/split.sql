-- order: 20
-- takes: records
-- title:
--   zh: 多笔支出合为一条记录
--   en: Several entries make one record
-- about: entries that carry the voucher of a record and together make its amount; none of them takes another one back
select e.delivery_id as entry_delivery, e.line as entry_line,
  c.register, c.delivery_id, c.line, c.source, c.function_code, c.amount, e.voucher as match
from (
  select r.register, r.delivery_id, r.line, r.voucher, r.source, r.function_code, r.amount,
    count(*) over (partition by r.voucher) as candidates
  from voucher_record_left r
  join (
    select voucher, sum(amount) as amount
    from voucher_entry_left
    group by voucher
    having count(*) > 1
      and count(distinct amount) = count(distinct abs(amount))
  ) parts on parts.voucher = r.voucher and parts.amount = r.amount
) c
join voucher_entry_left e on e.voucher = c.voucher
where c.candidates = 1
