-- about: "the records left that name a voucher of the ledger: few, where batches are paid as wholes"
select *
from record
where voucher in (select voucher from entry_left)
