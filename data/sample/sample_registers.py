def write_registers(fabric, out):
    pass
