-- about: entries and records left that name the same voucher; else the same batch, source, function code and
--   document number; else the same batch
with both_sides as (
  select 'entry' as side, 'treasury_entry' as register, delivery_id, line, voucher, batch,
    source, function_code, document_number, paid_on, amount, content
  from entry_left
  union all
  select 'record', register, delivery_id, line, voucher, batch, source, function_code,
    document_number, paid_on, amount, content
  from record_left
), of_voucher as (
  select *,
    bool_or(side = 'entry') over v and bool_or(side = 'record') over v as same_voucher
  from both_sides
  window v as (partition by voucher)
), of_part as (
  select *,
    not same_voucher and batch <> ''
      and bool_or(side = 'entry' and not same_voucher) over p
      and bool_or(side = 'record' and not same_voucher) over p as same_part
  from of_voucher
  window p as (partition by batch, source, function_code, document_number)
), of_batch as (
  select *,
    not same_voucher and not same_part and batch <> ''
      and bool_or(side = 'entry' and not same_voucher and not same_part) over b
      and bool_or(side = 'record' and not same_voucher and not same_part) over b
      as same_batch
  from of_part
  window b as (partition by batch)
), named as (
  select *,
    case
      when same_voucher then voucher
      when same_part then concat_ws('/', batch, source, function_code, document_number)
      else batch
    end as reference
  from of_batch
  where same_voucher or same_part or same_batch
)
select reference, side, register, delivery_id, line, source, content,
  amount as line_amount,
  sum(case side when 'entry' then amount else -amount end) over r as amount,
  sum(amount) filter (where side = 'entry') over r as entry_fen,
  sum(amount) filter (where side = 'record') over r as record_fen,
  min(paid_on) over r as since
from named
window r as (partition by reference)
